import{Ht as e,Kt as t,Pt as n,Ut as r,Vt as i,Yt as a,en as o,jt as s,y as c}from"./words-begyc7o9.js";import{a as l}from"./fr-picture-DRI8j2hZ.js";var u=class extends r{constructor(...e){super(...e),this.value=``,this.label=``,this.placeholder=o(`people.name`),this.longest=100,this.names=[],this.#e=!1}#e;static{this.styles=[s,n,a`
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
    `]}firstUpdated(){this.input.focus(),this.input.select()}render(){return t`<input
        list="names"
        maxlength=${this.longest}
        autocomplete="off"
        enterkeyhint="done"
        placeholder=${this.placeholder}
        aria-label=${this.label}
        .value=${this.value}
        @keydown=${e=>this.#t(e)}
        @blur=${()=>this.#n(this.input.value)}
      />
      <datalist id="names">
        ${this.names.map(e=>t`<option value=${e}></option>`)}
      </datalist>`}#t(e){e.stopPropagation(),(e.key===`Enter`||e.key===`Escape`)&&(e.preventDefault(),this.#n(e.key===`Enter`?this.input.value:this.value))}#n(e){if(this.#e)return;this.#e=!0;let t=e.trim(),n=t!==this.value;this.dispatchEvent(new CustomEvent(n?`named`:`cancelled`,{detail:t}))}};c([i()],u.prototype,`value`,void 0),c([i()],u.prototype,`label`,void 0),c([i()],u.prototype,`placeholder`,void 0),c([i({type:Number})],u.prototype,`longest`,void 0),c([i({attribute:!1})],u.prototype,`names`,void 0),c([l(`input`)],u.prototype,`input`,void 0),u=c([e(`name-editor`)],u);