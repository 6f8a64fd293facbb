// Leaflet on SVG.
import { SVG } from 'leaflet/dist/leaflet-src.esm.js';
import { load } from '../common.js';
import { draw } from '../leaflet.js';

draw(new SVG(), load);
