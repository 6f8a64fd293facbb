// Which of the points of the map, given in CSS pixels, something else lies over.
const [map, points] = arguments;
const { left, top } = map.getBoundingClientRect();
return points.flatMap(([x, y], place) =>
  document.elementFromPoint(left + x, top + y) === map ? [] : [place]);
