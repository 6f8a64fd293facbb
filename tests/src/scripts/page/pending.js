// From before the page begins, counts its pending frames, timers and files. A long timer waits for a
// person, as that of a hint that goes after seconds: it does not count.
(() => {
  const LONGEST = 1000;
  const pending = new Set();
  const frame = window.requestAnimationFrame.bind(window);
  const waiting = promise => {
    const token = {};
    pending.add(token);
    const done = () => pending.delete(token);
    promise.then(done, done);
    return promise;
  };

  // For scripts that watch the page: their waits do not count.
  window.frameOfTests = frame;
  window.requestAnimationFrame = callback => {
    const id = frame(time => {
      pending.delete(`frame ${id}`);
      callback(time);
    });
    pending.add(`frame ${id}`);
    return id;
  };
  const cancel = window.cancelAnimationFrame.bind(window);
  window.cancelAnimationFrame = id => {
    pending.delete(`frame ${id}`);
    cancel(id);
  };

  const later = window.setTimeout.bind(window);
  window.setTimeout = (callback, delay, ...rest) => {
    const id = later(() => {
      pending.delete(`timer ${id}`);
      callback(...rest);
    }, delay);
    if ((delay ?? 0) < LONGEST) pending.add(`timer ${id}`);
    return id;
  };
  const clear = window.clearTimeout.bind(window);
  window.clearTimeout = id => {
    pending.delete(`timer ${id}`);
    clear(id);
  };

  const load = window.fetch.bind(window);
  // The requests of the page, with the signals that abort them.
  window.askedByPage = [];
  window.fetch = (...request) => {
    const [what] = request;
    window.askedByPage.push({ url: String(what.url ?? what), signal: what.signal });
    return waiting(load(...request));
  };
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = (...module) => waiting(instantiate(...module));
  const reader = ReadableStreamDefaultReader.prototype;
  const read = reader.read;
  reader.read = function () {
    return waiting(read.call(this));
  };

  // Names would lie over the areas whose colours are checked: with an endless width none fits in.
  // The core's own tests are about which name is written where; `window.writesNames` is for the few
  // scenarios about names.
  for (const context of [CanvasRenderingContext2D, window.OffscreenCanvasRenderingContext2D]) {
    if (!context) continue;
    const { measureText } = context.prototype;
    context.prototype.measureText = function (text) {
      return window.writesNames ? measureText.call(this, text) : { width: Infinity };
    };
  }

  // Resolves with the answer of `isSo` once it is truthy.
  window.until = isSo => new Promise(resolve => {
    const check = () => {
      const answer = isSo();
      if (answer) resolve(answer);
      else frame(check);
    };
    check();
  });

  // Resolves when nothing is pending in two frames in a row.
  window.untilRest = () => new Promise(resolve => {
    let quiet = 0;
    const check = () => {
      quiet = pending.size === 0 ? quiet + 1 : 0;
      if (quiet === 2) resolve(null);
      else frame(check);
    };
    frame(check);
  });
})();
