// The number of pixels of the map that have a colour.
const [red, green, blue] = arguments[1];
let count = 0;
for (let start = 0; start < data.length; start += 4) {
  if (data[start] === red && data[start + 1] === green && data[start + 2] === blue) count += 1;
}
return count;
