import { mdiExportVariant } from '@mdi/js';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-icon';
import '../export/export-dialog';

/** Opens the export of a route. */
@customElement('export-button')
export class ExportButton extends ServiceElement {
  @property({ attribute: false }) request: Record<string, unknown> = {};
  @state() private open = false;

  static override styles = [base, buttons];

  override render() {
    return html`<button @click=${() => (this.open = true)}>
        <fr-icon path=${mdiExportVariant}></fr-icon>${t('export.title')}
      </button>
      ${
        this.open
          ? html`<export-dialog
            .request=${this.request}
            @closed=${() => (this.open = false)}
          ></export-dialog>`
          : nothing
      }`;
  }
}
