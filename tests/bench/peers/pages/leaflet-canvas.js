// Leaflet on a canvas.
import { Canvas } from 'leaflet/dist/leaflet-src.esm.js';
import { load } from '../common.js';
import { draw } from '../leaflet.js';

draw(new Canvas(), load);
