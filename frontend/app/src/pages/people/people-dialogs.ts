import type { Identity } from '@frigate-reid/shared/api/models';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-dialog';
import './merge-sheet';
import './namesake-dialog';
import type { PeopleStore } from './people-store';

type Open =
  | { kind: 'merge'; people: Identity[] }
  | { kind: 'forget'; people: Identity[] }
  | { kind: 'namesake'; person: Identity; namesake: Identity; name: string };

/** Acts on people that want a word first, and tells what came of them. */
@customElement('people-dialogs')
export class PeopleDialogs extends ServiceElement {
  @property({ attribute: false }) store!: PeopleStore;
  @state() private open: Open | null = null;

  static override styles = [base, buttons];

  async rename(person: Identity, name: string): Promise<void> {
    const [namesake] = name === '' ? [] : this.store.namesakes(person.id, name);
    if (namesake) this.open = { kind: 'namesake', person, namesake, name };
    else await this.#rename(person, name);
  }

  startMerge(people: Identity[]): void {
    if (people.length > 1) this.open = { kind: 'merge', people };
  }

  startForget(people: Identity[]): void {
    if (people.length > 0) this.open = { kind: 'forget', people };
  }

  async hide(people: Identity[]): Promise<void> {
    if (people.length === 0) return;
    const hidden = !people.every((each) => each.hidden);
    await this.#telling(async () => {
      const ids = people.map((each) => each.id);
      const decisions = await this.store.setHidden(ids, hidden);
      const words = hidden ? 'people.hiddenDone' : 'people.shownDone';
      this.services.toasts.done(tn(words, people.length), decisions);
    });
  }

  override render() {
    const { open } = this;
    if (open === null) return nothing;
    if (open.kind === 'merge') {
      return html`<merge-sheet
        .people=${open.people}
        @closed=${() => this.#close()}
        @merge=${(event: CustomEvent<string[]>) => void this.#merge(event.detail)}
      ></merge-sheet>`;
    }
    if (open.kind === 'namesake') {
      return html`<namesake-dialog
        .person=${open.person}
        .namesake=${open.namesake}
        .name=${open.name}
        @choice=${(event: CustomEvent<string>) => void this.#onNamesake(open, event.detail)}
      ></namesake-dialog>`;
    }
    return this.#forgetDialog(open.people);
  }

  #forgetDialog(people: Identity[]) {
    return html`<fr-dialog heading=${tn('forget.title', people.length)} @closed=${() => this.#close()}>
      <p>${t('forget.text', { names: people.map((each) => each.label).join(', ') })}</p>
      <button slot="actions" @click=${() => this.#close()}>${t('action.cancel')}</button>
      <button slot="actions" class="danger primary" @click=${() => void this.#forget(people)}>
        ${t('forget.do')}
      </button>
    </fr-dialog>`;
  }

  async #onNamesake(open: Open & { kind: 'namesake' }, choice: string): Promise<void> {
    this.#close();
    if (choice === 'other') await this.#rename(open.person, open.name);
    if (choice === 'merge') this.startMerge([open.namesake, open.person]);
  }

  #rename(person: Identity, name: string): Promise<void> {
    return this.#telling(async () => {
      const decisions = await this.store.rename(person.id, name || null);
      const words = name
        ? t('people.renamed', { old: person.label, name })
        : t('people.nameRemoved', { old: person.label });
      this.services.toasts.done(words, decisions);
    });
  }

  #merge([primary = '', ...others]: string[]): Promise<void> {
    this.#close();
    return this.#telling(async () => {
      const merged = await this.store.merge(primary, others);
      const values = { name: merged.identity.label };
      this.services.toasts.done(tn('merge.done', others.length + 1, values), merged.decision_ids);
    });
  }

  #forget(people: Identity[]): Promise<void> {
    this.#close();
    return this.#telling(async () => {
      await this.store.forget(people.map((each) => each.id));
      this.services.toasts.done(tn('forget.done', people.length));
    });
  }

  #close(): void {
    this.open = null;
  }

  async #telling(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
