// Leaflet on a canvas, with one quantized TopoJSON of our own contours.
import { Canvas } from 'leaflet/dist/leaflet-src.esm.js';
import { draw } from '../leaflet.js';
import { loadTopology } from '../topology.js';

draw(new Canvas(), loadTopology);
