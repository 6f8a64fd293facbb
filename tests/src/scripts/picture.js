// A hash (FNV-1a) of what is painted.
const [map] = arguments;
const { data } = map.getContext('2d').getImageData(0, 0, map.width, map.height);
let hash = 0x811c9dc5;
for (const pixel of new Uint32Array(data.buffer)) {
  hash = Math.imul(hash ^ pixel, 0x01000193);
}
return hash >>> 0;
