import type { TemplateCrop } from '@frigate-reid/shared/api/models';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-dialog';

/** Which picture stands for somebody. Fires `picked` with a crop's id, or `closed`. */
@customElement('feature-picker')
export class FeaturePicker extends LitElement {
  @property({ attribute: false }) looks: readonly TemplateCrop[] = [];
  @property() current: string | null = null;

  static override styles = [
    base,
    buttons,
    css`
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
        gap: 12px;
        padding-top: 8px;
      }
      .one {
        all: unset;
        cursor: pointer;
        border-radius: 10px;
        display: block;
      }
      .one:focus-visible,
      .one[aria-pressed='true'] {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    `,
  ];

  override render() {
    return html`<fr-dialog wide heading=${t('person.choosePhoto')} @closed=${() => this.#fire('closed')}>
      <div class="all">
        ${this.looks
          .filter((crop) => crop.has_picture)
          .map(
            (crop) =>
              html`<button
                class="one"
                aria-pressed=${crop.id === this.current}
                aria-label=${t('person.photoFrom', { camera: cameraName(crop.camera) })}
                @click=${() => this.#fire('picked', crop.id)}
              >
                <fr-picture .src=${cropPath(crop.id)}></fr-picture>
              </button>`,
          )}
      </div>
    </fr-dialog>`;
  }

  #fire(name: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
