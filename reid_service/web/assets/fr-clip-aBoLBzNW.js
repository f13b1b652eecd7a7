import{Ft as e,Lt as t,Mt as n,Nt as r,Ot as i,Ut as a,h as o,jt as s,m as c,pt as l,zt as u}from"./index-D7vJLtRQ.js";var d=class extends c{constructor(...e){super(...e),this.sightingId=``,this.url=``,this.problem=``}static{this.styles=[l,u`
      :host {
        display: block;
        margin-bottom: 14px;
      }
      video {
        width: 100%;
        max-height: 60vh;
        border-radius: 12px;
        background: #000;
        display: block;
      }
      .none {
        display: grid;
        place-content: center;
        min-height: 160px;
        border-radius: 12px;
        background: var(--surface-2);
        color: var(--ink-2);
        text-align: center;
        padding: 20px;
      }
    `]}willUpdate(e){e.has(`sightingId`)&&this.#e()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){return this.problem?t`<p class="none" role="status">${this.problem}</p>`:this.url?t`<video
      src=${this.url}
      controls
      autoplay
      muted
      playsinline
      @ended=${()=>this.dispatchEvent(new CustomEvent(`ended`))}
      @error=${()=>this.problem=i(`clip.broken`)}
    ></video>${e}`:t`<p class="none" role="status">${i(`clip.loading`)}</p>`}async#e(){this.#t(),this.problem=``;let e=this.sightingId;if(e!==``)try{let t=await this.services.api.blob(`sightings/${encodeURIComponent(e)}/clip.mp4`);this.sightingId===e&&this.isConnected&&(this.url=URL.createObjectURL(t))}catch(t){this.sightingId===e&&(this.problem=a(t).message)}}#t(){this.url&&URL.revokeObjectURL(this.url),this.url=``}};o([n()],d.prototype,`sightingId`,void 0),o([s()],d.prototype,`url`,void 0),o([s()],d.prototype,`problem`,void 0),d=o([r(`fr-clip`)],d);