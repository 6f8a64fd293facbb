// The same stage without a map: what the browser spends on being driven.
import '../common.css';
import { readyAfterPaint, size, stage } from '../common.js';

const canvas = document.createElement('canvas');
canvas.width = size[0] * devicePixelRatio;
canvas.height = size[1] * devicePixelRatio;
Object.assign(canvas.style, {
  width: `${size[0]}px`, height: `${size[1]}px`, touchAction: 'none',
});
stage.append(canvas);
readyAfterPaint();
