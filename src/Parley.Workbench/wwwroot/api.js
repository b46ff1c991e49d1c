Scalar.createApiReference('#app', { url: '/api/v1.json', withDefaultFonts: false, telemetry: false, hideClientButton: true });
