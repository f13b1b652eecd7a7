import{Gt as e,Ht as t,Mt as n,Ut as r,Vt as i,Xt as a,qt as o,sn as s,tn as c,v as l,y as u}from"./words-C_uNMI3r.js";var d=class extends l{constructor(...e){super(...e),this.sightingId=``,this.url=``,this.problem=``}static{this.styles=[n,a`
      :host {
        display: block;
        margin-bottom: 14px;
      }
      video {
        width: 100%;
        height: var(--clip-height, auto);
        max-height: 60vh;
        border-radius: var(--clip-radius, 12px);
        background: #000;
        display: block;
      }
      .none {
        display: grid;
        place-content: center;
        min-height: 160px;
        height: var(--clip-height, auto);
        border-radius: var(--clip-radius, 12px);
        background: var(--surface-2);
        color: var(--ink-2);
        text-align: center;
        padding: 20px;
        overflow: auto;
      }
    `]}willUpdate(e){e.has(`sightingId`)&&this.#e()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){return this.problem?o`<p class="none" role="status">${this.problem}</p>`:this.url?o`<video
      src=${this.url}
      controls
      autoplay
      muted
      playsinline
      @ended=${()=>this.dispatchEvent(new CustomEvent(`ended`))}
      @error=${()=>this.problem=c(`clip.broken`)}
    ></video>${e}`:o`<p class="none" role="status">${c(`clip.loading`)}</p>`}async#e(){this.#t(),this.problem=``;let e=this.sightingId;if(e!==``)try{let t=await this.services.api.blob(`sightings/${encodeURIComponent(e)}/clip.mp4`);this.sightingId===e&&this.isConnected&&(this.url=URL.createObjectURL(t))}catch(t){this.sightingId===e&&(this.problem=s(t).message)}}#t(){this.url&&URL.revokeObjectURL(this.url),this.url=``}};u([t()],d.prototype,`sightingId`,void 0),u([i()],d.prototype,`url`,void 0),u([i()],d.prototype,`problem`,void 0),d=u([r(`fr-clip`)],d);