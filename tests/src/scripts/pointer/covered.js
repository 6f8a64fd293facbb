// The indices of the points of the map, given in CSS pixels, that something else lies over.
const [map, points] = arguments;
const { left, top } = map.getBoundingClientRect();
return points.flatMap(([x, y], index) =>
  document.elementFromPoint(left + x, top + y) === map ? [] : [index]);
