// An empty canvas in the same container: the cost of being driven.
import '../common.css';
import { container, readyAfterPaint, size } from '../common.js';

const canvas = document.createElement('canvas');
canvas.width = size[0] * devicePixelRatio;
canvas.height = size[1] * devicePixelRatio;
Object.assign(canvas.style, {
  width: `${size[0]}px`, height: `${size[1]}px`, touchAction: 'none',
});
container.append(canvas);
readyAfterPaint();
