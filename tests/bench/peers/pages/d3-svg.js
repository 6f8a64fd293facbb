// d3-geo on SVG.
import { load } from '../common.js';
import { draw } from '../d3-svg.js';

draw(load);
