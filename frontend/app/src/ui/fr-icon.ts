import { LitElement, css, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** A picture of one path; it says nothing to screen readers, the words beside it do. */
@customElement('fr-icon')
export class FrIcon extends LitElement {
  @property() path = '';

  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      width: var(--icon-size, 20px);
      height: var(--icon-size, 20px);
      fill: currentColor;
      display: block;
    }
  `;

  override render() {
    return svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${this.path}></path></svg>`;
  }
}
