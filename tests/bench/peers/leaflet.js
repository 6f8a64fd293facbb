// Leaflet, whichever its renderer: a choropleth as in its own tutorial.
import 'leaflet/dist/leaflet.css';
import './common.css';
import { GeoJSON, Map as LeafletMap } from 'leaflet/dist/leaflet-src.esm.js';
import {
  DEPARTMENT_LINE, EAST, EPCI_LINE, HOVER_LINE, NORTH, NOTCH, NOTCH_PIXELS, SELECTED_LINE, SOUTH,
  WEST, container, expose, fillOf, padding, readyAfterPaint, select, showName,
} from './common.js';

const line = ({ color, width }) => ({ color, weight: width });
const styleOf = ({ properties }) =>
  ({ ...line(EPCI_LINE), fillColor: fillOf(properties), fillOpacity: 1 });

// ScrollWheelZoom's own formula, solved for the pixels that make one notch zoom by NOTCH.
const levels = Math.log2(NOTCH);
const wheelPxPerZoomLevel = NOTCH_PIXELS / (4 * -Math.log(2 ** (1 - levels / 4) - 1));

/** Draws what `load` gives: departments and EPCI. */
export async function draw(renderer, load) {
  const map = new LeafletMap(container, {
    attributionControl: false, renderer, wheelPxPerZoomLevel, zoomControl: false, zoomSnap: 0,
  });
  map.fitBounds([[SOUTH, WEST], [NORTH, EAST]], {
    paddingTopLeft: [padding.left, padding.top],
    paddingBottomRight: [padding.right, padding.bottom],
  });
  const [departements, epci] = await load();
  let selected = null;
  const restyle = layer => {
    if (layer === selected) layer.setStyle(line(SELECTED_LINE));
    else epciLayer.resetStyle(layer);
  };
  const epciLayer = new GeoJSON(epci, { style: styleOf }).on({
    mouseover({ layer, originalEvent }) {
      if (layer !== selected) layer.setStyle(line(HOVER_LINE));
      showName(layer.feature.properties.nom, originalEvent);
    },
    mousemove({ layer, originalEvent }) {
      showName(layer.feature.properties.nom, originalEvent);
    },
    mouseout({ layer, originalEvent }) {
      restyle(layer);
      showName(null, originalEvent);
    },
    click({ layer }) {
      const before = selected;
      selected = layer;
      if (before !== null) restyle(before);
      restyle(layer);
      select(layer.feature.properties);
    },
  }).addTo(map);
  const departmentLayer = new GeoJSON(departements, {
    interactive: false, style: { ...line(DEPARTMENT_LINE), fill: false },
  }).addTo(map);
  expose({
    screen([lon, lat]) {
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      return [x, y];
    },
    drawn: () => [epciLayer, departmentLayer].map(group =>
      group.getLayers().filter(layer => map.hasLayer(layer)).length),
    resolution: () => 2 ** -map.getZoom(),
  });
  readyAfterPaint();
}
