// The rectangle of the page's largest canvas, as far as the window shows it.
(() => {
  const rects = [...document.querySelectorAll('canvas')].map(it => it.getBoundingClientRect());
  const [rect] = rects.sort((a, b) => b.width * b.height - a.width * a.height);
  const [left, top] = [Math.max(rect.left, 0), Math.max(rect.top, 0)];
  return {
    left, top,
    width: Math.min(rect.right, innerWidth) - left,
    height: Math.min(rect.bottom, innerHeight) - top,
  };
})()
