#version 3.7;
// The yard of the cycling course: bicycles in a row before a wall
#include "lib.inc"
Globals(1.0)
camera { location <-2.6,1.35,-5.2> right x*image_width/image_height up y direction z look_at <0.42,0.74,0.2> angle 59 }
sky_sphere { pigment { gradient y color_map { [0 H(255,226,190)][1 H(180,204,236)] } } }
light_source { <-6,7,-7> color H(255,222,180)*1.25 area_light <1.6,0,0>,<0,1.6,0>,5,5 adaptive 1 jitter circular orient }
// wall of painted brick with a band of tiles, a door's width of shade on it
box { <-9,0,1.7>,<24,7,1.9> texture { pigment { brick H(214,150,104), H(238,190,140) brick_size <0.42,0.14,0.3> mortar 0.012 } normal { brick 0.3 brick_size <0.42,0.14,0.3> mortar 0.012 } finish { F_Matte } } }
box { <-9,0,1.66>,<24,0.5,1.7> texture { pigment { brick H(230,238,232), H(16,120,124) brick_size <0.24,0.12,0.3> mortar 0.008 } normal { brick 0.3 brick_size <0.24,0.12,0.3> mortar 0.008 } finish { F_Ceramic } } }
box { <-9,0.5,1.63>,<24,0.55,1.7> texture { pigment { H(20,96,100) } finish { F_Ceramic } } }
// paving
union { #declare R=seed(9); #declare a=-16; #while (a<=40) #declare b=-12; #while (b<5)
 object { RBox(<a*0.42+mod(b+20,2)*0.21-0.205,-0.1,b*0.4-0.195>,<a*0.42+mod(b+20,2)*0.21+0.205,rand(R)*0.006,b*0.4+0.195>,0.012) texture { pigment { granite color_map { [0 H(196,170,146)*(0.75+rand(R)*0.25)][1 H(212,186,160)*(0.9+rand(R)*0.15)] } scale 0.3 } normal { granite 0.05 scale 0.2 } finish { F_Matte } } }
 #declare b=b+1; #end #declare a=a+1; #end box { <-9,-0.2,-9>,<24,-0.02,2> pigment { H(90,72,60) } } }
// the row: turned a little, each a little its own way
#declare NB=12;	// the course has twelve
 #declare BCol=array[9]; #declare BCol[0]=H(226,84,66); #declare BCol[1]=H(0,140,140); #declare BCol[2]=H(238,168,52); #declare BCol[3]=H(28,62,118); #declare BCol[4]=H(52,122,80); #declare BCol[5]=H(106,70,140); #declare BCol[6]=H(226,84,66); #declare BCol[7]=H(238,168,52); #declare BCol[8]=H(0,140,140);
#declare T=seed(5);
#declare k=0; #while (k<NB)
 object { Bicycle(BCol[mod(k,9)],H(116,64,34),(mod(k,3)=0 ? 1 : 0)) rotate x*-5 rotate y*(62+rand(T)*5) translate <-2.75+k*0.64,0,0.35+0.05*rand(T)> }
 #declare k=k+1; #end
