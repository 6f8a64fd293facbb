// The colour of the map at each point, given in CSS pixels.
const points = arguments[1];
return points.map(([x, y]) => {
  const start = 4 * (Math.floor(y * ratio) * composed.width + Math.floor(x * ratio));
  return [...data.slice(start, start + 3)];
});
