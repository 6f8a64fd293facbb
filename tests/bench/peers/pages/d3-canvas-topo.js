// d3-geo on a canvas, with one quantized TopoJSON of our own contours.
import { draw } from '../d3-canvas.js';
import { loadTopology } from '../topology.js';

draw(loadTopology);
