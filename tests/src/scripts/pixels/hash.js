// A hash (FNV-1a) of the pixels of the map.
let hash = 0x811c9dc5;
for (const pixel of new Uint32Array(data.buffer)) {
  hash = Math.imul(hash ^ pixel, 0x01000193);
}
return hash >>> 0;
