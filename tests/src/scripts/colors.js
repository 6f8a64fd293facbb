// The colour of the map at each point, given in CSS pixels.
const [map, points] = arguments;
const ratio = map.width / map.getBoundingClientRect().width;
const { data, width } = map.getContext('2d').getImageData(0, 0, map.width, map.height);
return points.map(([x, y]) => {
  const start = 4 * (Math.floor(y * ratio) * width + Math.floor(x * ratio));
  return [...data.slice(start, start + 3)];
});
