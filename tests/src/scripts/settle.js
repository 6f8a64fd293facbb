// Two frames: what was asked before the first is painted when the second begins.
return new Promise(resolve =>
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))));
