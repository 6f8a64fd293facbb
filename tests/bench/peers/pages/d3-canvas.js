// d3-geo on a canvas.
import { load } from '../common.js';
import { draw } from '../d3-canvas.js';

draw(load);
