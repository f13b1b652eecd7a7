import { css } from 'lit';
import { base, buttons } from '../styles';

export const planStyles = [
  base,
  buttons,
  css`
    :host {
      display: block;
      min-width: 0;
    }
    .frame {
      position: relative;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      overflow: hidden;
      background: var(--surface);
    }
    svg.plan {
      display: block;
      width: 100%;
      max-height: var(--plan-height, 62vh);
      touch-action: pan-y;
      user-select: none;
    }
    .paper {
      fill: var(--surface);
    }
    @media (prefers-color-scheme: dark) {
      .picture {
        filter: brightness(0.62);
      }
    }
    .cone {
      fill: var(--accent);
      fill-opacity: 0.13;
      stroke: var(--accent);
      stroke-opacity: 0.35;
      vector-effect: non-scaling-stroke;
    }
    .camera circle {
      fill: var(--surface);
      stroke: var(--ink-2);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    text {
      fill: var(--ink-2);
      text-anchor: middle;
      font-family: var(--font);
      font-weight: 560;
      paint-order: stroke;
      stroke: var(--surface);
      stroke-width: 4px;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .dim {
      opacity: 0.35;
    }
    .route {
      fill: none;
      stroke: var(--route);
      stroke-width: 3.5;
      stroke-linecap: round;
      vector-effect: non-scaling-stroke;
    }
    .route.dashed {
      stroke-dasharray: 9 8;
    }
    .route.dotted {
      stroke-dasharray: 0.1 9;
      opacity: 0.65;
    }
    .branch path {
      fill: none;
      stroke: var(--route);
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-dasharray: 0.1 5;
      vector-effect: non-scaling-stroke;
    }
    .trail {
      fill: none;
      stroke: var(--route);
      stroke-width: 2.5;
      opacity: 0.75;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .stop .ring {
      fill: var(--route);
      stroke: var(--surface);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .stop text {
      fill: var(--accent-ink);
      stroke: none;
      font-weight: 680;
    }
    .stop,
    .bubble {
      cursor: pointer;
    }
    .stop.chosen .ring {
      stroke: var(--ink);
      stroke-width: 3;
    }
    .walker {
      fill: var(--ink);
      stroke: var(--surface);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
    }
    .edge {
      stroke: var(--line-strong);
      stroke-width: 1.5;
      fill: none;
      opacity: 0.6;
      vector-effect: non-scaling-stroke;
    }
    .edge.forbidden {
      stroke: var(--bad);
      stroke-dasharray: 4 6;
    }
    .passage rect {
      fill: var(--surface);
      stroke: var(--accent);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .passage path {
      fill: var(--accent-text);
    }
    .paths polyline {
      fill: none;
      stroke: var(--route);
      stroke-width: 2;
      opacity: 0.6;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .north {
      position: absolute;
      left: 10px;
      top: 10px;
      width: 44px;
      height: 44px;
      pointer-events: none;
    }
    .north circle {
      fill: var(--surface);
      stroke: var(--line);
    }
    .north path {
      fill: var(--bad);
    }
    .north path + path {
      fill: var(--ink-3);
    }
    .north text {
      font-size: 12px;
      font-weight: 680;
      stroke: none;
    }
    .reach {
      stroke: var(--accent);
      stroke-width: 1.5;
      stroke-dasharray: 4 4;
      vector-effect: non-scaling-stroke;
    }
    .chosen {
      fill: var(--accent);
      stroke: var(--surface);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
      cursor: move;
    }
    .tip {
      fill: var(--surface);
      stroke: var(--accent);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
      cursor: grab;
    }
    .ruler {
      stroke: var(--bad);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
    }
    .end {
      fill: var(--bad);
    }
    .pair circle {
      fill: var(--bad);
      stroke: #fff;
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .pair text {
      fill: #fff;
      stroke: none;
      font-weight: 680;
    }
    .miss {
      stroke: var(--bad);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .bubble circle {
      fill: var(--surface);
      stroke: var(--route);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
    }
    .bubble image {
      clip-path: circle(50%);
    }
    .bubble.others circle {
      stroke: var(--line-strong);
    }
    .bubble text {
      fill: var(--ink);
    }
    .zoom {
      position: absolute;
      right: 10px;
      top: 10px;
      display: grid;
      gap: 6px;
    }
    .zoom button {
      min-height: 36px;
      width: 36px;
    }
    .hint {
      padding: 8px 16px 10px;
      border-top: 1px solid var(--line);
      font-size: 13px;
      color: var(--ink-3);
    }
  `,
];
