#version 3.7;
// Old town at evening: gables, roofs, a church with a stepped spire
#include "lib.inc"
Globals(0.9)
camera { location <0,7.6,-34> right x*image_width/image_height up y direction z look_at <0,9.4,0> angle 60 }
sky_sphere { pigment { gradient y color_map { [0 H(255,190,120)][0.07 H(250,170,124)][0.15 H(222,142,140)][0.25 H(140,116,164)][0.36 H(72,84,152)][0.6 H(34,52,112)][1 H(20,34,82)] } } }
light_source { <-60,34,-50> color H(255,190,140)*0.95 area_light x*10,y*10,4,4 adaptive 1 jitter circular orient }
light_source { <60,30,-60> color H(110,120,190)*0.35 shadowless }
fog { fog_type 2 distance 120 color H(244,164,130) fog_offset 0 fog_alt 5 }
#declare S=seed(2604);
#declare NC=9;
#declare WC=array[NC]; #declare WC[0]=H(236,214,176); #declare WC[1]=H(222,136,100); #declare WC[2]=H(244,228,200); #declare WC[3]=H(120,150,160); #declare WC[4]=H(226,178,104); #declare WC[5]=H(196,96,78); #declare WC[6]=H(160,176,150); #declare WC[7]=H(238,200,160); #declare WC[8]=H(140,120,160);
#declare RC=array[4]; #declare RC[0]=H(168,72,50); #declare RC[1]=H(146,62,48); #declare RC[2]=H(184,88,58); #declare RC[3]=H(96,62,66);
#macro Tiles(C) texture { pigment { bozo color_map { [0 C*0.75][1 C*1.1] } scale <0.3,0.12,0.3> } normal { average normal_map { [1 gradient y 0.7 scallop_wave scale 0.22][1 gradient x 0.4 sine_wave scale 0.2] } } finish { F_Matte } } #end
#macro Plaster(C) texture { pigment { bozo turbulence 0.4 color_map { [0 C*0.84][1 C] } scale 1.3 } normal { granite 0.06 scale 0.4 } finish { F_Matte } } #end
#macro Win(X,Y,W,Hh,Lit)
 union {
  box { <X-W/2-0.07,Y-0.07,-0.10>,<X+W/2+0.07,Y+Hh+0.07,0.02> texture { pigment { H(246,238,224) } finish { F_Matte } } }
  box { <X-W/2,Y,-0.115>,<X+W/2,Y+Hh,0.0> #if(Lit>0) texture { pigment { gradient y color_map { [0 H(255,170,70)][1 H(255,222,140)] } scale Hh translate y*Y } finish { emission Lit diffuse 0.2 } } #else texture { pigment { H(44,56,92) } finish { diffuse 0.5 specular 0.5 reflection 0.12 } } #end }
  box { <X-0.025,Y,-0.13>,<X+0.025,Y+Hh,0> texture { pigment { H(246,238,224) } } } box { <X-W/2,Y+Hh*0.62,-0.13>,<X+W/2,Y+Hh*0.62+0.045,0> texture { pigment { H(246,238,224) } } }
  box { <X-W/2-0.14,Y-0.13,-0.2>,<X+W/2+0.14,Y-0.06,0> texture { pigment { H(226,214,196) } } }
 }
#end
// gabled house, front to the viewer at z=0; kind 0 plain gable 1 stepped gable 2 curved gable 3 half-timbered 4 eaves to the street
#macro House(W,EH,GH,D,C,RCo,Kind)
union {
 #local nst=5;
 #if (Kind=4)
  object { box { <-W/2,-6,0>,<W/2,EH,D> } Plaster(C) }
  prism { linear_sweep 0,W+0.4,4,<-0.35,0>,<D+0.35,0>,<D/2,GH>,<-0.35,0> rotate -x*90 rotate -y*90 translate <W/2+0.2+0,EH,0> Tiles(RCo) }
  object { box { <-W/2-0.2,EH-0.12,-0.35>,<W/2+0.2,EH+0.02,-0.25> } Plaster(C*0.8) }
 #else
  prism { linear_sweep 0,D,6,<-W/2,-6>,<W/2,-6>,<W/2,EH>,<0,EH+GH>,<-W/2,EH>,<-W/2,-6> rotate -x*90 translate z*D Plaster(C) }
  // roof slabs
  #local sl=sqrt(W*W/4+GH*GH); #local an=degrees(atan2(GH,W/2));
  box { <0,0,0.08>,<sl+0.35,0.16,D+0.1> translate <-0.25,0,0> rotate z*an translate <-W/2,EH,0> Tiles(RCo) }
  box { <0,0,0.08>,<sl+0.35,0.16,D+0.1> translate <-0.25,0,0> rotate z*an translate <-W/2,EH,0> scale <-1,1,1> Tiles(RCo) }
  #if (Kind=1)
   union { #local k=0; #while(k<nst) box { <-W/2*(1-k/nst)-0.1,EH-0.3,-0.06>,<W/2*(1-k/nst)+0.1,EH+GH*(k+1)/nst+0.12,0.3> } box { <-W/2*(1-k/nst)-0.17,EH+GH*(k+1)/nst+0.10,-0.12>,<W/2*(1-k/nst)+0.17,EH+GH*(k+1)/nst+0.2,0.34> } #local k=k+1; #end Plaster(C) }
  #end
  #if (Kind=2)
   union { box { <-W/2-0.06,EH-0.3,-0.06>,<W/2+0.06,EH+0.25,0.3> } box { <-W/2*0.72,EH,-0.06>,<W/2*0.72,EH+GH*0.48,0.3> } 
    cylinder { <-W/2*0.74,EH+GH*0.12,-0.06>,<-W/2*0.74,EH+GH*0.12,0.3>,W*0.11 } cylinder { <W/2*0.74,EH+GH*0.12,-0.06>,<W/2*0.74,EH+GH*0.12,0.3>,W*0.11 }
    box { <-W/2*0.8,EH+GH*0.48,-0.12>,<W/2*0.8,EH+GH*0.48+0.12,0.34> } cylinder { <0,0,-0.06>,<0,0,0.3>,1 scale <W*0.3,GH*0.62,1> translate <0,EH+GH*0.48,0> } sphere { <0,EH+GH*1.14,0.1>,0.2 } Plaster(C) }
  #end
  #if (Kind=3)
   union { #local k=0; #while(k<=4) box { <-W/2+W*k/4-0.09,0,-0.05>,<-W/2+W*k/4+0.09,EH,0.1> } #local k=k+1; #end
     #local k=0; #while(k<3) box { <-W/2,EH-k*2.0-0.1,-0.06>,<W/2,EH-k*2.0+0.1,0.1> } #local k=k+1; #end
     box { <-W*0.28,EH+GH*0.42,-0.05>,<W*0.28,EH+GH*0.42+0.16,0.1> } box { <-0.09,EH,-0.05>,<0.09,EH+GH*0.9,0.1> } 
     cylinder { <-W/2+0.1,EH-2,0>,<-W/4,EH,0>,0.07 } cylinder { <W/2-0.1,EH-2,0>,<W/4,EH,0>,0.07 }
     cylinder { <-W/2+0.05,EH,0.02>,<0,EH+GH,0.02>,0.1 } cylinder { <W/2-0.05,EH,0.02>,<0,EH+GH,0.02>,0.1 }
     texture { pigment { H(86,48,34) } finish { F_Matte } } }
  #end
  // gable window
  Win(0,EH+GH*0.16,0.72,1.0,(rand(S)>0.45?0.95:0))
 #end
 #local nr=int(EH/2.0); #local nc=max(2,int(W/1.55)); #local a=0; #while(a<nr) #local b=0; #while(b<nc)
   Win(-W/2+W*(b+0.5)/nc,EH-1.75-a*2.0,0.74,1.2,(rand(S)>0.55?0.8+0.4*rand(S):0)) #local b=b+1; #end #local a=a+1; #end
 // chimney
 union { box { <W*0.2-0.22,EH,D*0.5-0.25>,<W*0.2+0.22,EH+GH*0.98,D*0.5+0.25> } box { <W*0.2-0.3,EH+GH*0.98,D*0.5-0.32>,<W*0.2+0.3,EH+GH*0.98+0.14,D*0.5+0.32> } texture { pigment { H(140,74,60) } finish { F_Matte } } }
}
#end
// back rows, further and hazier
#macro Row(Z,X0,X1,EA,EB,Sc,Sd)
 #declare S=seed(Sd); #declare xx=X0; #declare last=-1; #while(xx<X1)
  #declare w=3.6+rand(S)*1.9; #declare kd=int(rand(S)*5); #if(kd=last) #declare kd=mod(kd+1,5); #end #declare last=kd; #declare ci=int(rand(S)*NC); #declare ri=int(rand(S)*4);
  object { House(w,EA+rand(S)*(EB-EA),2.5+rand(S)*1.5,6,WC[ci],RC[ri],kd) translate <xx+w/2,0,Z-rand(S)*0.5> }
  #declare xx=xx+w+0.02; #end
#end
Row(26,-34,36,7.0,9.5,1,41)
Row(12,-28,30,5.2,7.4,1,77)
Row(0,-19.5,20,3.4,5.6,1,19)
// roofs in front, cropped by the lower edge
Row(-9,-15,16,0.6,1.6,1,53)
// the church, left of the middle
union {
 object { box { <-2.3,-2,0>,<2.3,13,4.6> } Plaster(H(226,206,176)) }
 union { box { <-2.5,6.5,-0.15>,<2.5,6.8,4.8> } box { <-2.55,12.7,-0.25>,<2.55,13.2,4.85> } Plaster(H(244,230,206)) }
 #declare k=0; #while(k<2) difference { union { box { <-0.62,7.8,-0.16>,<0.62,10.6,0.1> } cylinder { <0,10.6,-0.16>,<0,10.6,0.1>,0.62 } } union { box { <-0.45,8.0,-0.3>,<0.45,10.6,0.3> } cylinder { <0,10.6,-0.3>,<0,10.6,0.3>,0.45 } } Plaster(H(246,236,214)) translate x*(-1.05+2.1*k) }
  union { box { <-0.45,8.0,-0.05>,<0.45,10.6,0.3> } cylinder { <0,10.6,-0.05>,<0,10.6,0.3>,0.45 } texture { pigment { H(255,190,90) } finish { emission 0.75 } } translate x*(-1.05+2.1*k) } #declare k=k+1; #end
 union { cylinder { <0,5.2,-0.16>,<0,5.2,0.1>,0.95 texture { pigment { H(250,240,216) } finish { emission 0.35 } } } torus { 0.95,0.09 rotate x*90 translate <0,5.2,-0.14> texture { Brass } }
   box { <-0.04,5.2,-0.22>,<0.04,5.95,-0.18> texture { pigment { H(30,30,40) } } } box { <-0.04,5.2,-0.22>,<0.04,5.75,-0.18> rotate z*0 translate <0,-5.2,0> rotate z*-120 translate <0,5.2,0> texture { pigment { H(30,30,40) } } } }
 // stepped spire: stages of green copper
 #macro Oct(R,Y0,Y1,R2) cone { <0,Y0,0>,R,<0,Y1,0>,R2 } #end
 union {
  Oct(3.1,13.2,14.6,1.75) cylinder { <0,14.6,0>,<0,16.3,0>,1.55 } Oct(2.0,16.3,17.4,1.15) cylinder { <0,17.4,0>,<0,18.7,0>,1.0 } Oct(1.35,18.7,19.5,0.7) cylinder { <0,19.5,0>,<0,20.3,0>,0.6 } Oct(0.9,20.3,23.6,0.02)
  texture { pigment { gradient y color_map { [0 H(70,140,124)][1 H(110,176,150)] } scale 1.1 } normal { radial 0.5 frequency 16 sine_wave } finish { diffuse 0.8 specular 0.2 } } translate <0,0,2.3> }
 union { sphere { <0,23.7,2.3>,0.26 } cylinder { <0,23.6,2.3>,<0,25,2.3>,0.06 } RBox(<-0.55,24.5,2.24>,<0.4,24.66,2.36>,0.05) texture { Brass } }
 #declare k=-1; #while(k<=1) box { <k*0.85-0.22,14.9,0>,<k*0.85+0.22,16.0,1.2> texture { pigment { H(255,196,100) } finish { emission 0.8 } } translate z*(0.72+abs(k)*0.25) } #declare k=k+1; #end
 // nave to the right
 object { box { <2.3,-2,0.6>,<12.5,7.2,7> } Plaster(H(222,200,168)) }
 prism { linear_sweep 0,10.4,4,<-0.4,0>,<6.8,0>,<3.2,4.2>,<-0.4,0> rotate -x*90 rotate -y*90 translate <12.7,7.2,0.6> Tiles(H(110,66,60)) }
 #declare k=0; #while(k<4) union { box { <-0.5,3.2,0>,<0.5,5.4,0.3> } cylinder { <0,5.4,0>,<0,5.4,0.3>,0.5 } texture { pigment { H(255,184,86) } finish { emission 0.85 } } translate <3.9+k*2.3,0,0.5> } #declare k=k+1; #end
 scale 0.94 translate <-10.2,0,17>
}
// distant second tower, right
union { object { box { <-1.3,0,0>,<1.3,12,2.6> } Plaster(H(206,180,160)) } prism { linear_sweep 0,2.9,4,<-1.5,0>,<1.5,0>,<0,6>,<-1.5,0> rotate -x*90 translate <0,12,2.8> texture { pigment { H(100,90,110) } } } translate <20,0,46> }
// moon
sphere { <0,0,0>,1.5 translate <22,37.5,110> texture { pigment { H(255,240,210) } finish { emission 0.95 diffuse 0 } } no_shadow }
