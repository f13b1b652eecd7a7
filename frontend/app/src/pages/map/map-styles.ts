import { css } from 'lit';
import { skeletonStyles } from '../../ui/skeleton';
import { base, buttons, chips, fields } from '../../ui/styles';

export const mapStyles = [
  base,
  buttons,
  chips,
  fields,
  skeletonStyles,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 18px;
      min-width: 0;
    }
    .two {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 330px;
      gap: 20px;
      align-items: start;
    }
    fr-plan {
      --plan-height: 58vh;
    }
    .controls {
      margin-bottom: 12px;
    }
    ul {
      display: grid;
      gap: 10px;
      margin-top: 10px;
    }
    li {
      display: flex;
      align-items: center;
      gap: 12px;
    }
    li fr-picture {
      width: 46px;
      flex: none;
    }
    .handoff {
      align-items: baseline;
      padding: 7px 0;
    }
    .handoff + .handoff {
      border-top: 1px solid var(--line);
    }
    .tall {
      height: 60vh;
    }
    @media (max-width: 1000px) {
      .two {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
