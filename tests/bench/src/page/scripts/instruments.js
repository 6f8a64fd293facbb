// Before the page's own scripts: the clock of its frames, the news that its map is ready, and its
// WebAssembly memories.
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
  // Whoever uses a memory asks for its buffer. The browser's own search for objects of a kind
  // (Runtime.queryObjects) ends a page that has a table of functions.
  const memories = new Set();
  const { get: buffer } = Object.getOwnPropertyDescriptor(WebAssembly.Memory.prototype, 'buffer');
  Object.defineProperty(WebAssembly.Memory.prototype, 'buffer', {
    get() {
      memories.add(this);
      return buffer.call(this);
    },
  });
  window.benchWasmBytes = () =>
    [...memories].reduce((sum, memory) => sum + buffer.call(memory).byteLength, 0);
  new PerformanceObserver((list, observer) => {
    const [mark] = list.getEntriesByName('map-ready');
    if (mark === undefined) return;
    observer.disconnect();
    // The second frame begins when the first, with the map in it, has left the main thread.
    requestAnimationFrame(() => requestAnimationFrame(() =>
      window.benchReady(JSON.stringify({ ready: mark.startTime, shown: performance.now() }))));
  }).observe({ type: 'mark', buffered: true });
})();
