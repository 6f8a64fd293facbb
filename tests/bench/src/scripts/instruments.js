// Before the page's own scripts: the clock of its frames, and the news that its map is ready.
(() => {
  const times = [];
  let isRunning = false;
  const tick = time => {
    if (!isRunning) return;
    times.push(time);
    requestAnimationFrame(tick);
  };
  window.benchFrames = {
    start() {
      times.length = 0;
      isRunning = true;
      requestAnimationFrame(tick);
    },
    stop() {
      isRunning = false;
      return times;
    },
  };
  new PerformanceObserver((list, observer) => {
    const [mark] = list.getEntriesByName('map-ready');
    if (mark === undefined) return;
    observer.disconnect();
    // The second frame begins when the first, with the map in it, has left the main thread.
    requestAnimationFrame(() => requestAnimationFrame(() =>
      window.benchReady(JSON.stringify({ ready: mark.startTime, shown: performance.now() }))));
  }).observe({ type: 'mark', buffered: true });
})();
