import{Kt as e,Lt as t,Pt as n,Qt as r,Rt as i,Tt as a,Ut as o,Vt as s,g as c,h as l,zt as u}from"./words-BNtJ4LZz.js";var d=class extends l{constructor(...e){super(...e),this.sightingId=``,this.url=``,this.problem=``}static{this.styles=[a,e`
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
    `]}willUpdate(e){e.has(`sightingId`)&&this.#e()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){return this.problem?o`<p class="none" role="status">${this.problem}</p>`:this.url?o`<video
      src=${this.url}
      controls
      autoplay
      muted
      playsinline
      @ended=${()=>this.dispatchEvent(new CustomEvent(`ended`))}
      @error=${()=>this.problem=n(`clip.broken`)}
    ></video>${s}`:o`<p class="none" role="status">${n(`clip.loading`)}</p>`}async#e(){this.#t(),this.problem=``;let e=this.sightingId;if(e!==``)try{let t=await this.services.api.blob(`sightings/${encodeURIComponent(e)}/clip.mp4`);this.sightingId===e&&this.isConnected&&(this.url=URL.createObjectURL(t))}catch(t){this.sightingId===e&&(this.problem=r(t).message)}}#t(){this.url&&URL.revokeObjectURL(this.url),this.url=``}};c([i()],d.prototype,`sightingId`,void 0),c([t()],d.prototype,`url`,void 0),c([t()],d.prototype,`problem`,void 0),d=c([u(`fr-clip`)],d);