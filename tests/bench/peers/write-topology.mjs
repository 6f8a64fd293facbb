// Writes both files of the overview as one quantized TopoJSON, with codes and names: what an expert
// would serve of the same contours. `node topology.mjs departements.geojson epci.geojson out.json`.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// From where npm has installed it, which is not beside this file.
const require = createRequire(`${process.env.NODE_PATH}/`);
const { topology } = require('topojson-server');

/** The number of steps of the grid, in each direction. */
const QUANTIZATION = 1e4;

const [departements, epci, out] = process.argv.slice(2);

// Clockwise, as d3-geo needs them: the files follow RFC 7946.
const turned = ({ type, coordinates }) => {
  const polygon = rings => rings.map(ring => ring.slice().reverse());
  return { type, coordinates: type === 'Polygon' ? polygon(coordinates) : coordinates.map(polygon) };
};
const read = path => {
  const { features } = JSON.parse(readFileSync(path, 'utf8'));
  const small = ({ properties: { code, nom }, geometry }) =>
    ({ type: 'Feature', properties: { code, nom }, geometry: turned(geometry) });
  return { type: 'FeatureCollection', features: features.map(small) };
};
writeFileSync(out, JSON.stringify(
  topology({ departements: read(departements), epci: read(epci) }, QUANTIZATION)));
