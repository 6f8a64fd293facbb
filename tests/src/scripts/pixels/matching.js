// The indices of the points, given in CSS pixels, that have a colour; rounding may change it a little.
const [, points, color] = arguments;
const ROUNDING = 3;
return points.flatMap(([x, y], index) => {
  const start = 4 * (Math.floor(y * ratio) * composed.width + Math.floor(x * ratio));
  const isIt = color.every((own, part) => Math.abs(data[start + part] - own) <= ROUNDING);
  return isIt ? [index] : [];
});
