// The files whose addresses hold one of `window.hanging` never come. Waits of several seconds take a
// tenth of their time.
(() => {
  const load = window.fetch;
  window.fetch = (...request) => {
    const [what] = request;
    const hangs = window.hanging.some(part => String(what.url ?? what).includes(part));
    return hangs ? new Promise(() => {}) : load(...request);
  };
  const later = window.setTimeout;
  window.setTimeout = (callback, delay, ...rest) =>
    later(callback, delay >= 5000 ? delay / 10 : delay, ...rest);
})();
