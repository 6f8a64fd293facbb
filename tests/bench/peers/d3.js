// The part that both pages with d3-geo share: the projection, the path, the zoom.
import './common.css';
import { geoConicConformal, geoPath } from 'd3-geo';
import { zoom } from 'd3-zoom';
import { EAST, NORTH, NOTCH, NOTCH_PIXELS, SOUTH, WEST, mainland } from './common.js';

// The parallels of Lambert-93. The vertices are much closer than what a straight side would hide,
// so that no sides are divided.
export const projection = geoConicConformal().parallels([44, 49]).rotate([-3, 0]).precision(0)
  .fitExtent(
    [[mainland.left, mainland.top], [mainland.right, mainland.bottom]],
    { type: 'MultiPoint', coordinates: [[WEST, 48.46], [2.545, NORTH], [EAST, 42.15], [9.2, SOUTH]] });

export const path = geoPath(projection);

/** The zoom behaviour, with the notches that all pages have. */
export const behaviour = zoom()
  .scaleExtent([1, 100])
  .wheelDelta(event => -event.deltaY * Math.log2(NOTCH) / NOTCH_PIXELS);
