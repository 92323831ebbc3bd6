"""Writes the SVG pictures of this issue into the folder above (or the one named as argument)."""
import math, os, sys
OUT=sys.argv[1] if len(sys.argv)>1 else os.path.join(os.path.dirname(os.path.abspath(__file__)),'..')
C=dict(coral='#e25442',blue='#1c3e76',green='#347a50',violet='#6a468c',amber='#eea834',teal='#00a0a0',cream='#fbf3e2',ink='#24283a',sand='#f2dfbd')
F='font-family="Noto Sans, sans-serif"'
def svg(name,w,h,body,extra='',title='',bg=None):
    s=f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="{w}mm" height="{h}mm" viewBox="0 0 {w} {h}">\n<title>{title}</title>\n{extra}{body}\n</svg>\n'
    open(os.path.join(OUT,f'{name}.svg'),'w',encoding='utf-8').write(s)
def tx(x,y,s,t,fill=None,w=400,a='start',more=''):
    # Letters under 8 pt (2.82 mm) in black ink alone: in several inks they blur by the slightest shift.
    fill=fill or ('#000000' if s<2.82 else C['ink'])
    return f'<text x="{x}" y="{y}" {F} font-size="{s}" font-weight="{w}" fill="{fill}" text-anchor="{a}"{more}>{t}</text>\n'

# ---------- anzeige-sprachcafe 216x303 incl. 3 mm bleed
b=f'<rect width="216" height="303" fill="{C["cream"]}"/>\n'
b+=f'<rect width="216" height="196" fill="{C["teal"]}"/>\n'
# big sun-like disc
b+=f'<circle cx="108" cy="150" r="86" fill="{C["amber"]}"/><circle cx="108" cy="150" r="70" fill="#f6c262"/>\n'
# table
b+=f'<rect x="0" y="186" width="216" height="117" fill="{C["cream"]}"/>\n'
b+=f'<rect x="0" y="178" width="216" height="18" fill="#8c4f2c"/><rect x="0" y="178" width="216" height="3.2" fill="#a9653a"/>\n'
# cups with speech bubbles rising
def cup(x,y,s,c,c2):
    return f'''<g transform="translate({x} {y}) scale({s})">
<ellipse cx="0" cy="0" rx="25" ry="3.6" fill="#fff" /><ellipse cx="0" cy="-.8" rx="19" ry="2.4" fill="#e9dcc6"/>
<path d="M15,-22 c11,-3 13,12 -1,13" fill="none" stroke="{c}" stroke-width="3.4"/>
<path d="M-17,-27 h34 c0,13 -4,23 -10,26 h-14 c-6,-3 -10,-13 -10,-26 z" fill="{c}"/>
<path d="M-17,-27 h8 c0,12 2,22 5,26 h-3 c-6,-3 -10,-13 -10,-26 z" fill="#fff" opacity=".18"/>
<ellipse cx="0" cy="-27" rx="17" ry="3.6" fill="{c2}"/><ellipse cx="0" cy="-26.6" rx="14.4" ry="2.6" fill="#5a2f1c"/>
</g>\n'''
def bub(x,y,w,h,c,t,ts,tc='#fff',tail=1,more=''):
    r=h*0.42; tl=f'M{x+w*(.30 if tail>0 else .70)-5},{y+h-1} l{-3*tail},{12} l{13*tail+ (0 if tail>0 else 0)},{-12} z'
    return f'<path d="{tl}" fill="{c}"/><rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r:.1f}" fill="{c}"/>\n'+tx(x+w/2,y+h/2+ts*0.36,ts,t,tc,600,'middle',more)
b+=bub(16,68,58,23,C['coral'],'Guten Tag!',9)
b+=bub(138,64,62,24,C['blue'],'Merhaba!',10,'#fff',-1)
b+=bub(83,76,46,20,'#ffffff','Bonjour',8.6,C['violet'])
b+=bub(146,109,52,21,C['violet'],'Xin chào',9,'#fff',-1)
b+=bub(26,111,44,19,C['green'],'¡Hola!',8.6)
b+=bub(83,115,46,18.4,C['ink'],'Selam',8.6,'#fff',-1)
b+=cup(48,182,1.0,C['coral'],'#f08a76')+cup(108,184,1.12,'#ffffff','#efe6d6')+cup(168,182,1.0,C['blue'],'#4a6ea8')
# heading
b+=tx(108,38,20,'Sprachcafé','#ffffff',800,'middle')+tx(108,54,12.2,'am Ledenhof','#ffffff',400,'middle')
# text block
b+=tx(108,217,10,'Sprechen lernt man beim Sprechen.',C['blue'],700,'middle')
b+=tx(108,229,6,'Ein Tisch, eine Kanne, viele Sprachen: Kommen Sie dazu.',C['ink'],400,'middle')
cols=[('Wann','Dienstag und Donnerstag','17 bis 19.30 Uhr',C['coral']),('Wo','Begegnungsraum im Hof,','stufenlos, Klingel „Café“',C['teal']),('Wer','Alle. Ohne Anmeldung,','ohne Eintritt, mit Kindern',C['violet'])]
for i,(h,l1,l2,c) in enumerate(cols):
    x=18+i*62
    b+=f'<rect x="{x}" y="240" width="56" height="29" rx="3.5" fill="#fff"/><rect x="{x}" y="240" width="56" height="2.2" fill="{c}"/>'
    b+=tx(x+4,250,5.6,h,c,700)+tx(x+4,257.6,3.8,l1)+tx(x+4,263.4,3.8,l2)
b+=f'<rect x="0" y="280" width="216" height="23" fill="{C["blue"]}"/>'+tx(108,292,5.2,'sprachcafe-ledenhof.example · Wir suchen Menschen, die zuhören können.','#ffffff',400,'middle')
svg('source/anzeige/sprachcafe',216,303,b,title='Anzeige: Sprachcafé am Ledenhof')

# ---------- anzeige-radwerk 178x125
def wheel(x,y,r,c=C['ink']):
    s=f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{c}" stroke-width="2.4"/><circle cx="{x}" cy="{y}" r="{r-2}" fill="none" stroke="#d9d2c4" stroke-width=".9"/>'
    for k in range(16):
        a=math.radians(k*22.5); s+=f'<line x1="{x}" y1="{y}" x2="{x+(r-2)*math.cos(a):.2f}" y2="{y+(r-2)*math.sin(a):.2f}" stroke="#8f97a8" stroke-width=".28"/>'
    return s+f'<circle cx="{x}" cy="{y}" r="1.8" fill="{c}"/>'
b=f'<rect width="178" height="125" fill="{C["amber"]}"/>\n'
b+=f'<circle cx="132.5" cy="47.5" r="40.5" fill="#f6c262"/><path d="M0,92 H178 V125 H0 z" fill="{C["blue"]}"/>'
# the bicycle is drawn around its wheels (104,71) and (156,71) and set down at 85 %: 92.4 to 172.6 mm, on the ground at 92 mm
b+='<g transform="translate(22 13.63) scale(.85)">'+wheel(104,71,20)+wheel(156,71,20)
b+=f'''<g fill="none" stroke="{C['coral']}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M104,71 L117,44 L124,71 Z"/><path d="M117,44 L146,42"/><path d="M124,71 L147,46"/><path d="M144,34 L148,52 L156,71"/></g>
<g fill="none" stroke="{C['ink']}" stroke-linecap="round"><path d="M117,44 L115,37" stroke-width="2.2"/><path d="M144,34 c-3,-4 2,-6 9,-4" stroke-width="2.2"/><circle cx="124" cy="71" r="5" stroke-width="1.4"/><path d="M124,71 l5,8 m-2.4,0 h5" stroke-width="1.6"/><path d="M104,69 L124,66 M104,73 L124,76" stroke-width=".6"/></g>
<path d="M108,36.5 c5,-3 11,-2 15,-1 c1.4,1 0,2 -2,2 h-9 c-3,0 -5,0 -4,-1 z" fill="{C['ink']}"/>
<path d="M147,24 h17 l-2,11 h-13 z" fill="#c98b4a" stroke="#8c5a2c" stroke-width=".6"/><g fill="{C['green']}"><circle cx="150" cy="22" r="3.4"/><circle cx="156" cy="20.5" r="4"/><circle cx="161" cy="22.5" r="3"/></g><circle cx="154" cy="19" r="1.3" fill="{C['coral']}"/><circle cx="160" cy="20.4" r="1.2" fill="#fff"/></g>
'''
b+=tx(12,27,14.5,'Radwerk',C['ink'],800)+tx(12,39,9.2,'Hasestraße',C['ink'],500)
b+=tx(12,53,5.3,'Reparieren statt wegwerfen.',C['ink'],600)
for i,t in enumerate(['Werkstatt zum Selbermachen','Gebrauchte Räder, geprüft','Fahrkurse für Erwachsene']):
    b+=f'<circle cx="14" cy="{61.7+i*7.6}" r="1.5" fill="{C["coral"]}"/>'+tx(18.5,63.3+i*7.6,4.6,t)
b+=tx(12,103.5,5.2,'Mittwoch 15–19 Uhr · Samstag 10–14 Uhr','#ffffff',600)+tx(12,112.5,4.4,'Wer ein Rad bringt, lernt eins zu flicken. radwerk-hasestrasse.example','#dfe7f4')
# wrench
b+=f'<g transform="translate(160 100.5) rotate(-28) scale(.72)" fill="{C["amber"]}"><rect x="-12" y="-1.7" width="22" height="3.4" rx="1.6"/><path d="M9,-4.6 a5,5 0 1 1 0,9.2 l3.6,-2.2 v-4.8 z"/><circle cx="-12.4" cy="0" r="3.6"/><circle cx="-12.4" cy="0" r="1.6" fill="{C["blue"]}"/></g>'
svg('anzeige-radwerk',178,125,b,title='Anzeige: Radwerk Hasestraße')

# ---------- karte 178x104
# The land is one tone of blocks; every street is first laid as a wide verge, then as white road, so the blocks
# end where the streets do. One street crosses the river (by the bridge) and passes below the railway; no other
# street touches either. The four streets at the pins are lettered in 7 pt (2.47 mm).
def bez(p,t):
    u=1-t; k=(u**3,3*u*u*t,3*u*t*t,t**3); d=(u*u,2*u*t,t*t)
    return (*(sum(k[i]*p[i][a] for i in range(4)) for a in (0,1)),*(sum(d[i]*(p[i+1][a]-p[i][a]) for i in range(3)) for a in (0,1)))
def along(p,word,mid,step,size,off,fill):
    """letters one by one along a Bezier curve, the word centred at distance mid (mm) from its beginning, off mm below it"""
    s='';n=400;pts=[bez(p,i/n) for i in range(n+1)];L=[0]
    for i in range(n): L.append(L[-1]+math.hypot(pts[i+1][0]-pts[i][0],pts[i+1][1]-pts[i][1]))
    for i,ch in enumerate(word):
        want=mid+(i-(len(word)-1)/2)*step; x,y,dx,dy=pts[next(k for k in range(n+1) if L[k]>=want)]; a=math.atan2(dy,dx)
        s+=f'<text transform="translate({x-off*math.sin(a):.2f} {y+off*math.cos(a):.2f}) rotate({math.degrees(a):.1f})" {F} font-size="{size}" font-style="italic" font-weight="500" fill="{fill}" text-anchor="middle">{ch}</text>'
    return s
def name(x0,y0,x1,y1,t):
    """a street's name, in the middle of the straight piece from (x0,y0) to (x1,y1)"""
    a=math.degrees(math.atan2(y1-y0,x1-x0))
    return f'<text transform="translate({(x0+x1)/2:.2f} {(y0+y1)/2:.2f}) rotate({a:.2f})" y="1.15" {F} font-size="3.2" font-weight="600" fill="#000000" text-anchor="middle">{t}</text>'
def trees(l): return ''.join(f'<circle cx="{x}" cy="{y}" r="2" fill="#7fae74"/><circle cx="{x-.5}" cy="{y-.5}" r="1.05" fill="#98c28a"/>' for x,y in l)
hase='M-6,50 C20,45 40,53 60,49 C82,45 92,34 112,35 C132,36 142,45 184,42'
main='M115.2,-4 L112,35 L106,108'
wide=[main,'M-4,27 L113,21.5','M112.9,24.5 L148.5,20.6','M-4,64 C20,58 40,66 62,62 C84,58 92,50 110.6,51 C126,52 132,62.5 150,64 L184,65.6']
narrow=['M33,-4 L31.5,25','M74.5,-4 L71.5,23','M150,-4 L149.3,20.6','M-4,86 C40,87 80,85.5 108,83 L184,77.5','M32,62.5 L29.3,85.6','M66,61.5 L61.4,85.2','M140,62.4 L141.5,80.4']
court='M108.7,73.2 L83,74.8'
b='<clipPath id="sheet"><rect width="178" height="104"/></clipPath>\n<g clip-path="url(#sheet)">\n<rect width="178" height="104" fill="#dfe0d2"/>\n'
# greens: the park, the banks
b+='<path d="M154,-2 H180 V46 H153 z" fill="#c9dfb8"/>\n'
b+=f'<path d="{hase}" fill="none" stroke="#d3e2c2" stroke-width="16"/>\n'
P=lambda l,w,c:f'<g fill="none" stroke="{c}" stroke-width="{w}" stroke-linecap="round" stroke-linejoin="round">'+''.join(f'<path d="{d}"/>' for d in l)+'</g>\n'
# railway land, then verges
b+='<path d="M-4,95.5 C55,97.5 120,93.5 182,87" fill="none" stroke="#eef0e4" stroke-width="6.4"/>\n'
b+=P(wide+[court],6.8,'#eef0e4')+P(narrow,4.8,'#eef0e4')
b+='<rect x="-7.6" y="-6.6" width="19" height="13.2" rx="1.6" transform="translate(75.5 75.3) rotate(-3.5)" fill="#eef0e4"/>'
# river over the banks
b+=f'<path d="{hase}" fill="none" stroke="#8cc4dc" stroke-width="9.6"/><path d="{hase}" fill="none" stroke="#b4dcec" stroke-width="8.2"/>\n'
b+=along([(-6,50),(20,45),(40,53),(60,49)],'Hase',31,4.6,4.6,1.5,'#1f5f80')
# bridge: deck and parapets under the main street
b+='<g transform="translate(112 35) rotate(4.69)"><rect x="-3.5" y="-6.6" width="7" height="13.2" fill="#b9774a"/></g>\n'
b+=P(narrow,2.6,'#ffffff')+P(wide+[court],4.2,'#ffffff')
b+='<g transform="translate(112 35) rotate(4.69)"><path d="M-4.9,-7.6 L-3.3,-6.2 V6.2 L-4.9,7.6 M4.9,-7.6 L3.3,-6.2 V6.2 L4.9,7.6" fill="none" stroke="#6d3d22" stroke-width=".8" stroke-linejoin="round"/></g>\n'
# the Hof: a paved yard with a strip of green
b+='<g transform="translate(75.5 75.3) rotate(-3.5)"><rect x="-6.4" y="-5.4" width="16.6" height="10.8" rx="1.2" fill="#ffffff"/><rect x="-5.2" y="-4.2" width="8.2" height="8.4" rx="1" fill="#c9dfb8"/></g>'
b+=trees([(72.5,73.2),(72.8,77.8),(76.4,78)])
b+=trees([(157,6),(164,4.5),(171.5,7),(159.5,13.5),(167,12.5),(174,14.5),(157,21),(172.5,22),(158.5,30),(173.5,29.5),(166,32)])+trees([(12,55.4),(50,57),(84,51.2),(52,42.6),(12,40.6),(98,44.8),(127,47.2),(138,32.4),(84,33)])+'\n'
# railway: one line of track over its bridge
b+='<path d="M-4,95.5 C55,97.5 120,93.5 182,87" fill="none" stroke="#6f6c69" stroke-width="2.2"/><path d="M-4,95.5 C55,97.5 120,93.5 182,87" fill="none" stroke="#ffffff" stroke-width="1.3" stroke-dasharray="3.2 3.2"/>\n'
b+='<g transform="translate(107.05 94) rotate(-3.6)" fill="none" stroke="#55524e" stroke-width=".7" stroke-linejoin="round"><path d="M-4.6,-3 L-3.4,-1.8 H3.4 L4.6,-3 M-4.6,3 L-3.4,1.8 H3.4 L4.6,3"/></g>\n'
b+=name(49,24.5,73,23.4,'Tintengasse')+name(83,74.8,108.7,73.2,'Holunderhof')+name(125.8,23.09,148.5,20.6,'Uhrmachergang')+name(152,64.1,180,65.4,'Hasestraße')
b+=tx(165,26.8,3.2,'Park','#000000',600,'middle')+f'<text transform="translate(148 97.2) rotate(-5)" {F} font-size="3.2" font-weight="600" fill="#000000" text-anchor="middle">Bahn</text>\n'
# the pins stand at the kerb: 1 Redaktion, 2 Buecherei, 3 Teestube, 4 Radwerk
for i,(x,y,c) in enumerate([(47,22.6,'coral'),(79.5,74.4,'teal'),(122,21.5,'violet'),(152,62.2,'blue')],1):
    b+=f'<g transform="translate({x} {y}) scale(.84)"><ellipse cx="0" cy=".2" rx="2.6" ry="1" fill="#000" opacity=".22"/><path d="M0,0 C-1.2,-4.6 -6,-7 -6,-11.4 A6,6 0 0 1 6,-11.4 C6,-7 1.2,-4.6 0,0 z" fill="{C[c]}" stroke="#fff" stroke-width=".7"/>'
    b+=tx(0,-9.2,6.4,str(i),'#ffffff',700,'middle')+'</g>\n'
b+=f'<g transform="translate(9.5 9.5)"><circle r="5.8" fill="#fff"/><path d="M0,-4.7 L1.9,0.6 L0,-.3 L-1.9,0.6 z" fill="{C["coral"]}"/>'+tx(0,4.2,3.4,'N',C['ink'],700,'middle')+'</g>\n</g>\n'
b+=f'<rect x=".125" y=".125" width="177.75" height="103.75" fill="none" stroke="{C["ink"]}" stroke-width=".25"/>'
svg('karte',178,104,b,title='Karte: vier Treffpunkte an der Hase (erfunden)')

# ---------- stempel 50x50
b=f'<g fill="none" stroke="{C["coral"]}"><circle cx="25" cy="25" r="23.4" stroke-width="1.3"/><circle cx="25" cy="25" r="21.6" stroke-width=".4"/><circle cx="25" cy="25" r="14.2" stroke-width=".6"/></g>'
b+=f'<path id="o" d="M25,25 m-16.4,0 a16.4,16.4 0 0 1 32.8,0" fill="none"/><path id="u" d="M25,25 m-19.5,0 a19.5,19.5 0 0 0 39,0" fill="none"/>'
# letters placed by hand on the circle (no textPath needed)
def ring(t,r,mid,step,size,flip=False):
    s='';n=len(t)
    for i,ch in enumerate(t):
        a=mid+(i-(n-1)/2)*step*(-1 if flip else 1)
        x=25+r*math.sin(math.radians(a)); y=25-r*math.cos(math.radians(a)); rot=a+(180 if flip else 0)
        s+=f'<text transform="translate({x:.2f} {y:.2f}) rotate({rot:.1f})" {F} font-size="{size}" font-weight="700" fill="{C["coral"]}" text-anchor="middle">{ch}</text>'
    return s
b=b.replace(b[b.index('<path id="o"'):],'')
b+=ring('ANKOMMEN',16.3,0,17.5,5)+ring('OSNABRÜCK',19.6,180,14.5,4,True)
for s in (-1,1):
    x=25+s*17.9*math.sin(math.radians(95)); b+=f'<circle cx="{x:.2f}" cy="26.4" r="1" fill="{C["coral"]}"/>'
# house with open door and path
b+=f'<path d="M15.5,26.2 L25,17 L34.5,26.2 L32.9,27.6 L32,26.8 V33.6 H27.6 V28 H22.4 V33.6 H18 V26.8 L17.1,27.6 z" fill="{C["coral"]}"/><path d="M23.4,34.6 h3.2 l2.2,2.4 h-7.6 z" fill="{C["coral"]}"/><rect x="29.4" y="18" width="2" height="4" fill="{C["coral"]}"/><path d="M22.4,28 l-1.9,1 v6 l1.9,-1.4 z" fill="{C["coral"]}" opacity=".55"/>'
svg('stempel',50,50,b,title='Stempel: Ankommen')

# ---------- papierflieger 56x40
b=f'''<path d="M2,35 C10,39 18,33 15,28.5 C12,24.5 7,29 11.5,32.5 C17,36.5 26,32 30,27" fill="none" stroke="{C['teal']}" stroke-width=".7" stroke-dasharray="1.8 1.4" stroke-linecap="round"/>
<path d="M53,4 L18,17.5 L28.5,22 z" fill="#fdf6e8" stroke="{C['ink']}" stroke-width=".5" stroke-linejoin="round"/>
<path d="M53,4 L28.5,22 L31.6,32.6 z" fill="#e3d6bd" stroke="{C['ink']}" stroke-width=".5" stroke-linejoin="round"/>
<path d="M53,4 L31.6,32.6 L36.4,25.6 z" fill="{C['coral']}" stroke="{C['ink']}" stroke-width=".5" stroke-linejoin="round"/>
<path d="M53,4 L36.4,25.6 L46.5,30 z" fill="#fdf6e8" stroke="{C['ink']}" stroke-width=".5" stroke-linejoin="round"/>
<path d="M24,17.3 l9,-3.4 M26,19.2 l8,-3" stroke="{C['blue']}" stroke-width=".4" stroke-linecap="round"/>'''
svg('papierflieger',56,40,b,title='Papierflieger')

# ---------- ordner 56.7x96, as wide as it is set: font sizes are those in print (2.5 mm = 7.1 pt)
b=''
fol=[('Wohnen',C['coral'],['Mietvertrag','Nebenkosten','Schlüsselliste']),('Arbeit',C['teal'],['Arbeitsvertrag','Lohnzettel','Zeugnisse']),('Gesundheit',C['green'],['Versicherung','Impfpass','Befunde']),('Amt',C['violet'],['Anmeldung','Bescheide','Steuer-ID'])]
w=56.3;ex=2.2   # a file's width; how far the papers stand in from its sides
for i,(n,c,ps) in enumerate(fol):
    x=.2; y=.2+i*24; pw=w-2*ex
    b+=f'<g transform="translate({x:.2f} {y:.2f})"><rect x="0" y="12" width="{w}" height="6" rx=".8" fill="{c}"/>'
    for k,pn in enumerate(ps):   # the papers slide in one before the other
        yy=k*4.4
        b+=f'<path d="M{ex},{yy:.1f} H{ex+pw-2.4:.1f} l2.4,2.4 V17 H{ex} z" fill="#fff" stroke="{c}" stroke-width=".3" stroke-linejoin="round"/><path d="M{ex+pw-2.4:.1f},{yy:.1f} v2.4 h2.4" fill="none" stroke="{c}" stroke-width=".3" stroke-linejoin="round"/>'
        b+=tx(ex+1.3,round(yy+3.4,2),2.5,pn)
    b+=f'<path d="M0,13.6 H{w} V22.4 a1,1 0 0 1 -1,1 H1 a1,1 0 0 1 -1,-1 z" fill="{c}"/><path d="M0,13.6 H{w} V22.4 a1,1 0 0 1 -1,1 H1 a1,1 0 0 1 -1,-1 z" fill="#000" opacity=".10"/>'
    b+=f'<rect x="12" y="15.4" width="{w-24}" height="6.2" rx=".7" fill="#fff"/>'+tx(w/2,19.65,3.2,n,c,700,'middle')+'</g>\n'
svg('ordner',56.7,96,b,title='Welches Papier gehört in welchen Ordner?')
