// Whether each point of the map, given in CSS pixels, lies inside the outline under the pointer. Its
// lines come in any order: a ray from an inner point crosses an odd number of them.
const [map, points] = arguments;
const area = map.getBoundingClientRect();
const path = map.querySelector('svg.highlight path');
const [box, shown] = [path.getBBox(), path.getBoundingClientRect()];
const sides = [];
let from;
for (const [, command, numbers] of path.getAttribute('d').matchAll(/([MLAZ])([^MLAZ]*)/g)) {
  const to = numbers.trim().split(/[ ,]+/).map(Number);
  if (command === 'L') sides.push([from, to]);
  if (command === 'M' || command === 'L') from = to;
}
const [right, down] = [area.left - shown.left + box.x, area.top - shown.top + box.y];
const isInside = (x, y) => sides.filter(([[ax, ay], [bx, by]]) =>
  (ay > y) !== (by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay)).length % 2 === 1;
return points.map(([x, y]) => shown.width > 0 && isInside(x + right, y + down));
