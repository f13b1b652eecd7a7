import { nothing } from 'lit';
import type { ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/** Sets CSS variables on an element. Style attributes are forbidden by the page's policy. */
class VarsDirective extends Directive {
  override render(vars: Record<string, string>): typeof nothing {
    void vars;
    return nothing;
  }

  override update(part: ElementPart, [vars]: [Record<string, string>]): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(vars)) style.setProperty(name, value);
    return nothing;
  }
}

export const vars = directive(VarsDirective);
