// d3-geo on SVG, with one quantized TopoJSON of our own contours.
import { draw } from '../d3-svg.js';
import { loadTopology } from '../topology.js';

draw(loadTopology);
