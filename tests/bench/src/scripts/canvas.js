// Where the page's largest canvas is, as far as it is seen: a canvas may be larger than its frame.
(() => {
  const seen = canvas => {
    let { left, top, right, bottom } = canvas.getBoundingClientRect();
    const clip = area => {
      [left, top] = [Math.max(left, area.left), Math.max(top, area.top)];
      [right, bottom] = [Math.min(right, area.right), Math.min(bottom, area.bottom)];
    };
    for (let it = canvas.parentElement; it !== null; it = it.parentElement) {
      if (getComputedStyle(it).overflow !== 'visible') clip(it.getBoundingClientRect());
    }
    clip({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    return { left, top, width: right - left, height: bottom - top };
  };
  const areas = [...document.querySelectorAll('canvas')].map(seen);
  return areas.sort((a, b) => b.width * b.height - a.width * a.height)[0];
})()
