// The rectangle of our map, as far as the window shows it: its canvases reach beyond it.
(() => {
  const rect = document.querySelector('.canvas').getBoundingClientRect();
  const [left, top] = [Math.max(rect.left, 0), Math.max(rect.top, 0)];
  return {
    left, top,
    width: Math.min(rect.right, innerWidth) - left,
    height: Math.min(rect.bottom, innerHeight) - top,
  };
})()
