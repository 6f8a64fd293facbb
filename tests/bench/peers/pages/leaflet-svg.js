// Leaflet on SVG, its default.
import { SVG } from 'leaflet/dist/leaflet-src.esm.js';
import { draw } from '../leaflet.js';

draw(new SVG());
