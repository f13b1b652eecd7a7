import{t as e}from"./query-Df4-SAIv.js";import{Et as t,Tt as n,bt as r,ft as i,jt as a,kt as o,lt as s,m as c,wt as l}from"./index-XtaqyY8s.js";var u=class extends t{constructor(...e){super(...e),this.value=``,this.label=``,this.names=[],this.#e=!1}#e;static{this.styles=[s,i,a`
      :host {
        display: block;
      }
      input {
        width: 100%;
        min-height: 36px;
        padding: 0 9px;
        margin: -4px 0 0 -8px;
        width: calc(100% + 16px);
        font-weight: 600;
      }
    `]}firstUpdated(){this.input.focus(),this.input.select()}render(){return o`<input
        list="names"
        maxlength="100"
        autocomplete="off"
        enterkeyhint="done"
        placeholder=${r(`people.name`)}
        aria-label=${this.label}
        .value=${this.value}
        @keydown=${e=>this.#t(e)}
        @blur=${()=>this.#n(this.input.value)}
      />
      <datalist id="names">
        ${this.names.map(e=>o`<option value=${e}></option>`)}
      </datalist>`}#t(e){e.stopPropagation(),(e.key===`Enter`||e.key===`Escape`)&&(e.preventDefault(),this.#n(e.key===`Enter`?this.input.value:this.value))}#n(e){if(this.#e)return;this.#e=!0;let t=e.trim(),n=t!==this.value;this.dispatchEvent(new CustomEvent(n?`named`:`cancelled`,{detail:t}))}};c([l()],u.prototype,`value`,void 0),c([l()],u.prototype,`label`,void 0),c([l({attribute:!1})],u.prototype,`names`,void 0),c([e(`input`)],u.prototype,`input`,void 0),u=c([n(`name-editor`)],u);