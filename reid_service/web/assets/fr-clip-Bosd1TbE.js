import{Ct as e,Dt as t,Ft as n,Tt as r,bt as i,jt as a,kt as o,lt as s,m as c,p as l,wt as u}from"./index-XtaqyY8s.js";var d=class extends l{constructor(...e){super(...e),this.sightingId=``,this.url=``,this.problem=``}static{this.styles=[s,a`
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
      @error=${()=>this.problem=i(`clip.broken`)}
    ></video>${t}`:o`<p class="none" role="status">${i(`clip.loading`)}</p>`}async#e(){this.#t(),this.problem=``;let e=this.sightingId;if(e!==``)try{let t=await this.services.api.blob(`sightings/${encodeURIComponent(e)}/clip.mp4`);this.sightingId===e&&this.isConnected&&(this.url=URL.createObjectURL(t))}catch(t){this.sightingId===e&&(this.problem=n(t).message)}}#t(){this.url&&URL.revokeObjectURL(this.url),this.url=``}};c([u()],d.prototype,`sightingId`,void 0),c([e()],d.prototype,`url`,void 0),c([e()],d.prototype,`problem`,void 0),d=c([r(`fr-clip`)],d);