// Where the page's largest canvas is, as far as the window shows it.
(() => {
  const areas = [...document.querySelectorAll('canvas')].map(it => it.getBoundingClientRect());
  const [area] = areas.sort((a, b) => b.width * b.height - a.width * a.height);
  const [left, top] = [Math.max(area.left, 0), Math.max(area.top, 0)];
  return {
    left, top,
    width: Math.min(area.right, innerWidth) - left,
    height: Math.min(area.bottom, innerHeight) - top,
  };
})()
