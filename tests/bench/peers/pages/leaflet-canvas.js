// Leaflet on a canvas.
import { Canvas } from 'leaflet/dist/leaflet-src.esm.js';
import { draw } from '../leaflet.js';

draw(new Canvas());
