// MapLibre GL with two GeoJSON sources, and neither tiles nor glyphs.
import 'maplibre-gl/dist/maplibre-gl.css';
import '../common.css';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import {
  DEPARTMENT_LINE, EAST, EPCI_LINE, FILLS, HOVER_LINE, NORTH, NOTCH, NOTCH_PIXELS, SELECTED_LINE,
  SOUTH, WEST, container, expose, padding, ready, select, showName,
} from '../common.js';

setWorkerUrl(new URL('maplibre-worker.js', import.meta.url).href);

// The same colours as `fillOf`, in the style's own language.
const fill = ['at', ['%', ['to-number', ['slice', ['get', 'code'], 4, 8]], FILLS.length],
  ['literal', FILLS]];
const state = (name, yes, otherwise) =>
  ['case', ['boolean', ['feature-state', name], false], yes, otherwise];
const line = (property, base) =>
  state('selected', SELECTED_LINE[property], state('hover', HOVER_LINE[property], base));
const source = name => ({ type: 'geojson', data: new URL(`data/${name}.geojson`, location).href,
  promoteId: 'code' });

const map = new MapLibreMap({
  attributionControl: false,
  bounds: [WEST, SOUTH, EAST, NORTH],
  container,
  dragRotate: false,
  fadeDuration: 0,
  fitBoundsOptions: { padding },
  renderWorldCopies: false,
  style: {
    version: 8,
    sources: { epci: source('epci'), departements: source('departements') },
    layers: [
      { id: 'epci', type: 'fill', source: 'epci',
        paint: { 'fill-antialias': false, 'fill-color': ['to-color', fill] } },
      { id: 'epci-lines', type: 'line', source: 'epci', paint: {
        'line-color': line('color', EPCI_LINE.color), 'line-width': line('width', EPCI_LINE.width) } },
      { id: 'departement-lines', type: 'line', source: 'departements', paint: {
        'line-color': DEPARTMENT_LINE.color, 'line-width': DEPARTMENT_LINE.width } },
    ],
  },
});
// ScrollZoomHandler's own formula, solved for the rate that makes one notch zoom by NOTCH.
map.scrollZoom.setWheelZoomRate(-Math.log(2 / NOTCH - 1) / NOTCH_PIXELS);

const seen = { hover: null, selected: null };
function mark(kind, code) {
  if (seen[kind] === code) return;
  if (seen[kind] !== null) map.setFeatureState({ source: 'epci', id: seen[kind] }, { [kind]: false });
  if (code !== null) map.setFeatureState({ source: 'epci', id: code }, { [kind]: true });
  seen[kind] = code;
}
map.on('mousemove', 'epci', ({ features, originalEvent }) => {
  mark('hover', features[0].properties.code);
  showName(features[0].properties.nom, originalEvent);
});
map.on('mouseleave', 'epci', event => {
  mark('hover', null);
  showName(null, event.originalEvent);
});
map.on('click', 'epci', ({ features }) => {
  mark('selected', features[0].properties.code);
  select(features[0].properties);
});
expose({
  screen(lonLat) {
    const { x, y } = map.project(lonLat);
    return [x, y];
  },
  drawn: () => ['epci', 'departements'].map(name =>
    new Set(map.querySourceFeatures(name).map(feature => feature.properties.code)).size),
  resolution: () => 2 ** -map.getZoom(),
});
map.once('load', ready);
