// OpenLayers with the layer that it recommends for panning and zooming many polygons: drawn into
// an image, which is moved and scaled during the gesture. One image for both kinds of lines.
import '../common.css';
import Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom.js';
import { defaults } from 'ol/interaction/defaults.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import OlMap from 'ol/Map.js';
import { fromLonLat, transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import View from 'ol/View.js';
import {
  DEPARTMENT_LINE, EAST, EPCI_LINE, FILLS, HOVER_LINE, NORTH, NOTCH, SELECTED_LINE, SOUTH, WEST,
  container, expose, fillOf, load, padding, ready, select, showName, size,
} from '../common.js';

const outlined = (line, options) => new Style({ stroke: new Stroke(line), ...options });
const epciStyles = new Map(FILLS.map(color =>
  [color, outlined(EPCI_LINE, { fill: new Fill({ color }) })]));
const departmentStyle = outlined(DEPARTMENT_LINE, { zIndex: 1 });
const [hoverStyle, selectedStyle] = [HOVER_LINE, SELECTED_LINE].map(line => outlined(line));

// A notch is one level of the view; only the wheel keeps to whole levels.
const view = new View({ zoomFactor: NOTCH, maxZoom: 60 });
view.fit(transformExtent([WEST, SOUTH, EAST, NORTH], 'EPSG:4326', view.getProjection()), {
  padding: [padding.top, padding.right, padding.bottom, padding.left], size,
});
const map = new OlMap({
  controls: [],
  interactions: defaults({ mouseWheelZoom: false })
    .extend([new MouseWheelZoom({ constrainResolution: true })]),
  target: container,
  view,
});

const [departements, epci] = await load();
const format = new GeoJSON({ featureProjection: view.getProjection() });
const epciSource = new VectorSource({ features: format.readFeatures(epci) });
const departmentFeatures = format.readFeatures(departements);
const source = new VectorSource({
  features: [...epciSource.getFeatures(), ...departmentFeatures],
});
const style = feature => feature.get('type') === undefined
  ? departmentStyle : epciStyles.get(fillOf({ code: feature.get('code') }));
map.addLayer(new VectorImageLayer({ source, style }));

// Hover and selection lie over the image, so that the image stays as it is.
const overlaySource = new VectorSource();
const [hovered, chosen] = [hoverStyle, selectedStyle].map(style => {
  const feature = new Feature();
  feature.setStyle(style);
  return feature;
});
new VectorLayer({ map, source: overlaySource });
const outline = (overlay, feature) => {
  overlay.setGeometry(feature?.getGeometry());
  if (overlaySource.hasFeature(overlay) !== (feature !== null)) {
    if (feature === null) overlaySource.removeFeature(overlay);
    else overlaySource.addFeature(overlay);
  }
};
const epciAt = event => epciSource.getFeaturesAtCoordinate(event.coordinate)[0] ?? null;

let hover = null;
map.on('pointermove', event => {
  if (event.dragging || event.originalEvent.pointerType === 'touch') return;
  const feature = epciAt(event);
  if (feature !== hover) {
    hover = feature;
    outline(hovered, feature);
  }
  showName(feature?.get('nom') ?? null, event.originalEvent);
});
map.on('click', event => {
  const feature = epciAt(event);
  outline(chosen, feature);
  select(feature?.getProperties());
});
expose({
  screen: lonLat => map.getPixelFromCoordinate(fromLonLat(lonLat, view.getProjection())),
  drawn() {
    const epci = epciSource.getFeatures().length;
    return [epci, source.getFeatures().length - epci];
  },
  resolution: () => view.getResolution(),
});
map.once('rendercomplete', ready);
