// Words a second of compromise's tagging: node tag.js REPORTS.jsonl
import { readFileSync } from 'node:fs'
import nlp from 'compromise'

const texts = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line).text)
const words = texts.reduce((n, text) => n + text.trim().split(/\s+/).length, 0)
let best = Infinity
for (let round = 0; round < 3; round++) {
  const start = performance.now()
  for (const text of texts) nlp(text)
  best = Math.min(best, performance.now() - start)
}
console.log(`compromise, tagging only: ${Math.round(words / (best / 1000))} words/s (${words} words)`)
