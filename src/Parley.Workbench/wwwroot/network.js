// A slider for each of the two dates; without script the dates stand alone.
const dates = [...document.querySelectorAll('input[data-slide]')];
const day = 86400000;
if (dates.length && dates[0].min && dates[0].min < dates[0].max) {
  const [first, last] = [Date.parse(dates[0].min), Date.parse(dates[0].max)];
  const box = document.createElement('div');
  box.className = 'slide';
  dates.forEach((date, i) => {
    const range = document.createElement('input');
    range.type = 'range';
    range.min = 0;
    range.max = Math.round((last - first) / day);
    range.value = date.value ? (Date.parse(date.value) - first) / day : i === 0 ? 0 : range.max;
    const label = document.createElement('label');
    label.append(i === 0 ? 'From' : 'To', range);
    const say = () => { range.setAttribute('aria-valuetext', date.value || (i === 0 ? dates[0].min : dates[0].max)); };
    range.addEventListener('input', () => { date.value = new Date(first + range.value * day).toISOString().slice(0, 10); say(); });
    range.addEventListener('change', () => date.form.requestSubmit());
    say();
    box.append(label);
  });
  dates[1].closest('label').after(box);
}
