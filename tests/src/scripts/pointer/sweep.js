// Moves a mouse over the map through points in CSS pixels, one with each frame. Counts how often the
// name beside it changed, and the milliseconds.
const [map, points] = arguments;
const area = map.getBoundingClientRect();
const tag = map.parentElement.querySelector('.hover-name');
const frame = () => new Promise(resolve => window.frameOfTests(resolve));

return (async () => {
  let shown = tag.textContent;
  let changes = 0;
  const start = performance.now();
  for (const [x, y] of points) {
    const at = { clientX: area.left + x, clientY: area.top + y };
    map.dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, pointerType: 'mouse', ...at }));
    await frame();
    if (tag.textContent !== shown) changes += 1;
    shown = tag.textContent;
  }
  return { changes, took_ms: performance.now() - start };
})();
